-- stories that many publishers carry and that rest on one origin (after `provenance archive compare`)
-- chart: publishers
SELECT claim, origin, publishers, articles, wordings, first_published, first_article
FROM groups
WHERE origins = 1 AND publishers > 1
ORDER BY publishers DESC, articles DESC, claim
LIMIT 100
