INSERT INTO stafflist_form_template (id, code, version, name_vi, name_en, valid_from)
SELECT NEXT VALUE FOR stafflist_seq, :code, :version, :name_vi, :name_en, :valid_from
FROM DUAL
WHERE NOT EXISTS (SELECT 1 FROM stafflist_form_template WHERE code = :code AND version = :version)
