-- who cites whom: claims that a publisher took from another outlet
-- chart: claims
SELECT coalesce(publisher, '?') AS publisher, relay.entity AS relay, count(*) AS claims, count(DISTINCT article) AS articles
FROM (SELECT publisher, article, unnest(list_filter(chain, lambda hop: hop.role = 'relay')) AS relay FROM records)
WHERE relay.kind = 'outlet' AND relay.naming = 'named'
    AND NOT coalesce(starts_with(lower(publisher), lower(relay.entity)), false) -- editions of one outlet
GROUP BY 1, 2
ORDER BY claims DESC, 1, 2
LIMIT 200
