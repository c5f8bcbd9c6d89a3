-- Birth dates of people who work: a child's is pointed out. In all versions of the forms of workers that ask for nothing
-- else of it, for it warns and refuses nothing.
UPDATE stafflist_form_column c JOIN stafflist_form_template t ON t.id = c.template_id
    SET c.value_list = '@workers'
    WHERE c.type = 'BIRTH_DATE' AND IFNULL(c.value_list, '') = ''
      AND t.code IN ('M01', 'M02', 'M03', 'M04', 'M05', 'M07', 'M08', 'M09', 'M11');

-- An event is anywhere: its place and commune are asked once for the list, in place of a workplace in each line, and its day
-- is none that has passed. A second version of M12, in force from today, where the first is as it came; lists of the first
-- stay with it. A new portal has this in its reference pack.
INSERT INTO stafflist_form_template
    (id, code, version, name_vi, name_en, valid_from, state, description_vi, description_en, organisation_types, routing_vi,
     routing_en)
SELECT NEXT VALUE FOR stafflist_seq, t.code, 2, t.name_vi, t.name_en, CURRENT_DATE, 'PUBLISHED', t.description_vi,
       t.description_en, t.organisation_types, t.routing_vi, t.routing_en
FROM stafflist_form_template t
WHERE t.code = 'M12' AND t.version = 1
  AND NOT EXISTS (SELECT 1 FROM stafflist_form_template o WHERE o.code = 'M12' AND o.version > 1);

INSERT INTO stafflist_form_column
    (id, template_id, position, column_key, type, required, value_list, label_vi, label_en, aliases, note_vi, note_en,
     max_length, default_value, scope, health, active)
SELECT NEXT VALUE FOR stafflist_seq, n.id, IF(c.column_key = 'expected_number', 103, c.position), c.column_key, c.type, c.required,
       IF(c.column_key = 'event_date', '@today..', c.value_list), c.label_vi, c.label_en, c.aliases, c.note_vi, c.note_en,
       c.max_length, c.default_value, c.scope, c.health, c.active
FROM stafflist_form_template t
JOIN stafflist_form_template n ON n.code = t.code AND n.version = 2 AND n.edited_at IS NULL AND n.state = 'PUBLISHED'
JOIN stafflist_form_column c ON c.template_id = t.id AND c.column_key <> 'workplace'
WHERE t.code = 'M12' AND t.version = 1
  AND NOT EXISTS (SELECT 1 FROM stafflist_form_column k WHERE k.template_id = n.id);

INSERT INTO stafflist_form_column
    (id, template_id, position, column_key, type, required, value_list, label_vi, label_en, aliases, note_vi, note_en,
     max_length, default_value, scope, health, active)
SELECT NEXT VALUE FOR stafflist_seq, n.id, p.position, p.column_key, p.type, TRUE, p.value_list, p.label_vi, p.label_en, '',
       p.note_vi, p.note_en, p.max_length, '', 'LIST', FALSE, TRUE
FROM stafflist_form_template n
JOIN (SELECT 101 AS position, 'event_place' AS column_key, 'TEXT' AS type, '' AS value_list, 'Nơi tổ chức' AS label_vi,
             'Place' AS label_en,
             'Tên và địa chỉ; không cần là nơi làm việc mà đơn vị đã đăng ký, ví dụ: Khách sạn Biển Xanh, 12 Trần Phú'
                 AS note_vi,
             'Name and address; any place, not only workplaces of the organisation' AS note_en, 160 AS max_length
      UNION ALL
      SELECT 102, 'event_commune', 'AREA', '@communes', 'Xã, phường nơi tổ chức', 'Commune of the place',
             'Dùng để xác định cơ quan xét duyệt', 'Helps to find who reviews', 200) p
WHERE n.code = 'M12' AND n.version = 2 AND n.edited_at IS NULL
  AND EXISTS (SELECT 1 FROM stafflist_form_column k WHERE k.template_id = n.id AND k.column_key = 'event_date'
                  AND k.value_list = '@today..')
  AND NOT EXISTS (SELECT 1 FROM stafflist_form_column k WHERE k.template_id = n.id AND k.column_key = 'event_place');
