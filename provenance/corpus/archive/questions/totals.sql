-- how many articles, claims, findings and failures there are
-- chart: count
SELECT what, "count" FROM (
    SELECT 1 AS place, 'articles' AS what, count(*) AS "count" FROM articles
    UNION ALL SELECT 2, 'claims', count(*) FROM records
    UNION ALL SELECT 3, 'findings', count(*) FROM findings WHERE waived IS NULL
    UNION ALL SELECT 4, 'documents that could not be audited', count(*) FROM failures
)
ORDER BY place
