package vn.khanhhoa.thecovid.platform.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.AbstractMap;
import java.util.Locale;
import java.util.Set;
import vn.khanhhoa.thecovid.platform.Texts;

/** {@code #{t['access.sign-in.title']}} in a page. */
@Named("t")
@RequestScoped
public class PageTexts extends AbstractMap<String, String> {
    @Inject
    private Language language;

    @Override
    public String get(Object key) {
        return language.text(String.valueOf(key));
    }

    @Override
    public boolean containsKey(Object key) {
        return true;
    }

    @Override
    public Set<Entry<String, String>> entrySet() {
        return Set.of();
    }

    /** In another language than the reader's own, {@code vi} or {@code en}. */
    public String in(String code, String key) {
        return Texts.get(code.equals("vi") ? Texts.VIETNAMESE : Locale.ENGLISH, key);
    }

    /** With the gaps filled: {@code #{t.with('stafflist.rows', count)}}. */
    public String with(String key, Object... args) {
        return language.text(key, args);
    }
}
