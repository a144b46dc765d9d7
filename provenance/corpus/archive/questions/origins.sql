-- whom the cited outlets rest on
-- chart: claims
SELECT
    relay,
    CASE WHEN origin.naming = 'named' THEN origin.entity ELSE '(' || origin.naming || ')' END AS origin,
    count(*) AS claims
FROM (SELECT unnest(relays) AS relay, chain[-1] AS origin FROM records)
GROUP BY 1, 2
ORDER BY claims DESC, 1, 2
LIMIT 100
