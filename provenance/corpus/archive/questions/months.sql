-- share of claims by sourcing, month by month
-- chart: named, mixed, unnamed_only, vague, none, author
SELECT
    regexp_extract(published, '^\d{4}-\d{2}') AS month,
    count(*) AS articles,
    sum(claims)::BIGINT AS claims,
    round(sum(named) / greatest(sum(claims), 1), 3) AS named,
    round(sum(mixed) / greatest(sum(claims), 1), 3) AS mixed,
    round(sum(unnamed_only) / greatest(sum(claims), 1), 3) AS unnamed_only,
    round(sum(vague) / greatest(sum(claims), 1), 3) AS vague,
    round(sum("none") / greatest(sum(claims), 1), 3) AS "none",
    round(sum(author) / greatest(sum(claims), 1), 3) AS author
FROM articles
WHERE regexp_matches(published, '^\d{4}-\d{2}')
GROUP BY 1
ORDER BY 1
