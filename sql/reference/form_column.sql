INSERT INTO stafflist_form_column
    (id, template_id, position, column_key, type, required, value_list, label_vi, label_en, aliases, note_vi, note_en,
     max_length, default_value, scope, health, active)
SELECT NEXT VALUE FOR stafflist_seq, template.id, :position, :column_key, :type, :required = 'true', :value_list,
       :label_vi, :label_en, :aliases, :note_vi, :note_en, :max_length, :default_value, :scope, :health = 'true',
       :active = 'true'
FROM stafflist_form_template template
WHERE template.code = :template_code AND template.version = :template_version
  AND NOT EXISTS (
      SELECT 1 FROM stafflist_form_column known
      WHERE known.template_id = template.id AND known.column_key = :column_key)
