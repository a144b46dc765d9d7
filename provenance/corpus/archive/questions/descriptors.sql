-- what unnamed sources are called most often
-- chart: claims
SELECT
    lower(descriptor) AS descriptor,
    count(*) AS claims,
    count(DISTINCT article) AS articles,
    count(DISTINCT publisher) AS publishers,
    count(reason) AS with_a_reason
FROM records
WHERE descriptor IS NOT NULL
GROUP BY 1
ORDER BY claims DESC, 1
LIMIT 50
