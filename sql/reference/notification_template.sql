INSERT INTO notification_template (id, kind, channel, language, version, valid_from, subject, body, edited_by, edited_at)
SELECT NEXT VALUE FOR notification_seq, :kind, :channel, :language, 1, '2021-01-01', IFNULL(:subject, ''), :body, 0,
       UTC_TIMESTAMP(6)
FROM DUAL
WHERE NOT EXISTS
    (SELECT 1 FROM notification_template WHERE kind = :kind AND channel = :channel AND language = :language)
