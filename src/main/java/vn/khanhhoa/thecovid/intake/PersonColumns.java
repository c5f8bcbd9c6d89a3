package vn.khanhhoa.thecovid.intake;

/** Keys of the columns that together name a person; empty where a form has no such column. */
record PersonColumns(String kind, String number, String sex, String birth, int numberAt) {
    static PersonColumns of(FormDefinition form) {
        return new PersonColumns(
                key(form, ColumnType.DOCUMENT_KIND),
                key(form, ColumnType.IDENTITY_NUMBER),
                key(form, ColumnType.SEX),
                key(form, ColumnType.BIRTH_DATE),
                form.indexOf(ColumnType.IDENTITY_NUMBER));
    }

    static String key(FormDefinition form, ColumnType type) {
        int index = form.indexOf(type);
        return index < 0 ? "" : form.columns().get(index).key();
    }
}
