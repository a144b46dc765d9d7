-- accounts that cannot all be right, quotations aside (after `provenance archive compare`)
-- chart: articles
SELECT
    conflicts.kind,
    coalesce(groups.claim, left(accounts[1].words, 100)) AS claim,
    array_to_string(list_distinct(list_transform(accounts, lambda one: left(one.words, 120)))[1:3], ' | ') AS accounts,
    array_to_string(list_distinct(list_transform(accounts, lambda one: one.publisher))[1:3], ', ') AS publishers,
    len(list_distinct(list_transform(accounts, lambda one: one.article))) AS articles
FROM conflicts LEFT JOIN groups ON conflicts."group" = groups."group"
WHERE conflicts.kind <> 'quotation'
ORDER BY articles DESC, 1, 2
LIMIT 100
