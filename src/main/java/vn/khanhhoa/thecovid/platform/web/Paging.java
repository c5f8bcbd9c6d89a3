package vn.khanhhoa.thecovid.platform.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Where a list is in its pages. Links are relative to the page and carry its filter, so that a page of a list can be
 * kept, sent and gone back to.
 */
public record Paging(int page, int size, long total, Map<String, String> filter) {
    public static Paging of(int wanted, int size, long total, Map<String, String> filter) {
        int pages = (int) Math.max(1, (total + size - 1) / size);
        return new Paging(Math.min(Math.max(1, wanted), pages), size, total, filter);
    }

    public int pages() {
        return (int) Math.max(1, (total + size - 1) / size);
    }

    public int first() {
        return (page - 1) * size;
    }

    public String link(int target) {
        StringBuilder link = new StringBuilder("?page=").append(target);
        filter.forEach((name, value) -> {
            if (!value.isEmpty()) {
                link.append('&').append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8));
            }
        });
        return link.toString();
    }
}
