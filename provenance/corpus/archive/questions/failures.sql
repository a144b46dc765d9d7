-- documents that could not be audited, by reason
-- chart: documents
SELECT reason, count(*) AS documents, min(article) AS first_one
FROM failures
GROUP BY 1
ORDER BY documents DESC, 1
