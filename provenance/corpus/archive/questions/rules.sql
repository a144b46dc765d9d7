-- findings by rule and publisher, and how many that is in 1,000 words
-- chart: per_1000_words
WITH lengths AS (
    SELECT coalesce(publisher, '?') AS publisher, sum(words) AS words FROM articles GROUP BY 1
)
SELECT
    code,
    rule,
    coalesce(findings.publisher, '?') AS publisher,
    count(*) AS findings,
    round(1000 * count(*) / greatest(any_value(words), 1), 3) AS per_1000_words
FROM findings JOIN lengths ON coalesce(findings.publisher, '?') = lengths.publisher
WHERE waived IS NULL
GROUP BY 1, 2, 3
ORDER BY 1, 2, findings DESC, 3
