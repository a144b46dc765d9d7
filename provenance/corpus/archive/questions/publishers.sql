-- share of claims by sourcing, per publisher, those with most claims first
-- chart: named, mixed, unnamed_only, vague, none, author
SELECT
    coalesce(publisher, '?') AS publisher,
    count(*) AS articles,
    sum(claims)::BIGINT AS claims,
    round(sum(named) / greatest(sum(claims), 1), 3) AS named,
    round(sum(mixed) / greatest(sum(claims), 1), 3) AS mixed,
    round(sum(unnamed_only) / greatest(sum(claims), 1), 3) AS unnamed_only,
    round(sum(vague) / greatest(sum(claims), 1), 3) AS vague,
    round(sum("none") / greatest(sum(claims), 1), 3) AS "none",
    round(sum(author) / greatest(sum(claims), 1), 3) AS author,
    round(1000 * sum(findings) / greatest(sum(words), 1), 2) AS findings_per_1000_words
FROM articles
GROUP BY 1
ORDER BY claims DESC, 1
