-- who cites whom: claims that a publisher took from another
-- chart: claims
SELECT coalesce(publisher, '?') AS publisher, relay, count(*) AS claims, count(DISTINCT article) AS articles
FROM (SELECT publisher, article, unnest(relays) AS relay FROM records)
GROUP BY 1, 2
ORDER BY claims DESC, 1, 2
LIMIT 100
