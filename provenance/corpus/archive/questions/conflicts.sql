-- accounts that cannot all be right, quotations aside (after `provenance archive compare`)
-- chart: articles
WITH told AS (
    SELECT
        "group",
        kind,
        list_transform(accounts, lambda one: regexp_replace(one.words, '\s+', ' ', 'g')) AS words,
        list_distinct(list_transform(accounts, lambda one: one.publisher)) AS publishers,
        len(list_distinct(list_transform(accounts, lambda one: one.article))) AS articles
    FROM conflicts
    WHERE kind <> 'quotation'
),
cut AS (
    SELECT
        *,
        list_transform(words, lambda one: if(length(one) > 120, regexp_replace(left(one, 120), '\S*$', '…'), one)) AS short
    FROM told
)
SELECT
    cut.kind,
    coalesce(groups.claim, cut.short[1]) AS claim,
    array_to_string(list_distinct(cut.short)[1:3], ' | ') AS accounts,
    array_to_string(cut.publishers[1:3], ', ') AS publishers,
    cut.articles
FROM cut LEFT JOIN groups ON cut."group" = groups."group"
ORDER BY cut.articles DESC, 1, 2
LIMIT 100
