-- whom the cited outlets rest on
-- chart: claims
SELECT
    relay.entity AS relay,
    CASE WHEN origin.naming = 'named' THEN origin.entity ELSE '(' || origin.naming || ')' END AS origin,
    count(*) AS claims
FROM (SELECT unnest(list_filter(chain, lambda hop: hop.role = 'relay')) AS relay, chain[-1] AS origin FROM records)
WHERE relay.kind = 'outlet' AND relay.naming = 'named'
GROUP BY 1, 2
ORDER BY claims DESC, 1, 2
LIMIT 200
