-- statements that many publishers carry and that rest on one origin (after `provenance archive compare`)
-- chart: publishers
WITH outlets AS (
    SELECT "group", mode(source) AS outlet
    FROM steps
    WHERE source_kind = 'outlet' AND evidence = 'stated'
    GROUP BY 1
    HAVING count(DISTINCT target) > 1
),
firsts AS (
    SELECT "group", article, any_value(publisher) AS publisher FROM members GROUP BY 1, 2
)
SELECT
    groups.claim,
    groups.origin,
    outlets.outlet AS through,
    groups.publishers,
    groups.articles,
    groups.origin_articles AS give_the_origin,
    groups.wordings,
    groups.first_published,
    groups.last_published,
    coalesce(firsts.publisher, regexp_extract(groups.first_article, '[^/]*$')) AS first_in
FROM groups
LEFT JOIN outlets ON outlets."group" = groups."group"
LEFT JOIN firsts ON firsts."group" = groups."group" AND firsts.article = groups.first_article
WHERE groups.origins = 1 AND groups.publishers > 1
    AND groups.origin_articles >= 0.6 * groups.articles -- else the statements are of several speakers on one subject
ORDER BY groups.publishers DESC, groups.articles DESC, 1
LIMIT 100
