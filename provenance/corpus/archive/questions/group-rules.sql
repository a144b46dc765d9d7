-- findings over several articles by rule, and how many publishers they are about (after `provenance archive compare`)
-- chart: findings
SELECT
    code,
    rule,
    count(*) AS findings,
    count(DISTINCT "group") AS statements,
    len(list_distinct(flatten(list(list_transform(accounts, lambda one: one.publisher))))) AS publishers
FROM group_findings
GROUP BY 1, 2
ORDER BY 1, 2
