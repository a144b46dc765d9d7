-- quotations that publishers give in different words, those of most articles first (after `provenance archive compare`)
-- chart: articles
WITH accounts AS (
    SELECT "group", unnest(accounts) AS one FROM conflicts WHERE kind = 'quotation'
),
told AS (
    SELECT
        "group",
        count(DISTINCT one.article) AS articles,
        count(DISTINCT one.publisher) AS publishers,
        list_sort(list_distinct(list(regexp_replace(one.words, '\s+', ' ', 'g')))) AS words
    FROM accounts
    GROUP BY 1
)
SELECT
    groups.claim,
    groups.origin,
    told.articles,
    told.publishers,
    len(told.words) AS wordings,
    array_to_string(list_transform(told.words, lambda one: if(length(one) > 120, regexp_replace(left(one, 120), '\S*$', '…'), one))[1:3], ' | ') AS some_of_them,
    groups.first_published
FROM told JOIN groups ON told."group" = groups."group"
ORDER BY told.articles DESC, told.publishers DESC, 1
LIMIT 100
