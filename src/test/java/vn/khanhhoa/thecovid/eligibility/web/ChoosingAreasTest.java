package vn.khanhhoa.thecovid.eligibility.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.faces.model.SelectItem;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.registry.AreaLevel;
import vn.khanhhoa.thecovid.registry.AreaView;

/** Whoever looks for a place finds the province first and communes behind their district. */
class ChoosingAreasTest {
    @Test
    void the_province_is_first_and_each_district_has_its_communes_behind_it() {
        List<AreaView> byCode = List.of(
                area(22327, AreaLevel.COMMUNE, 568),
                area(22408, AreaLevel.COMMUNE, 569),
                area(22999, AreaLevel.COMMUNE, 56),
                area(568, AreaLevel.DISTRICT, 56),
                area(569, AreaLevel.DISTRICT, 56),
                area(22330, AreaLevel.COMMUNE, 568),
                area(56, AreaLevel.PROVINCE, 0));

        assertThat(AreaChoices.of(byCode, AreaView::name))
                .extracting(SelectItem::getValue)
                .containsExactly(56L, 568L, 22327L, 22330L, 569L, 22408L, 22999L);
    }

    private static AreaView area(long id, AreaLevel level, long parent) {
        return new AreaView(id, String.valueOf(id), "Nơi " + id, level, parent, "");
    }
}
