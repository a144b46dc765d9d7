-- who took statements from whom, by what articles say; beside it, of how many one had the words after the other (after `provenance archive compare`)
-- chart: said_so
SELECT
    target_publisher AS taken_by,
    coalesce(source_publisher, source) AS taken_from,
    count(DISTINCT "group") FILTER (WHERE evidence = 'stated') AS said_so,
    count(DISTINCT "group") FILTER (WHERE evidence <> 'stated') AS same_words_later
FROM steps
WHERE target_publisher IS NOT NULL
    AND (source_publisher IS NOT NULL OR source_kind = 'outlet')
    AND NOT starts_with(lower(target_publisher), lower(coalesce(source_publisher, source))) -- editions of one outlet
GROUP BY 1, 2
ORDER BY said_so DESC, same_words_later DESC, 1, 2
LIMIT 200
