package vn.khanhhoa.thecovid.registry;

/**
 * An administrative unit.
 *
 * @param code of the General Statistics Office; not unique over time, the id is
 * @param parentId 0 for the province
 * @param path its name and those above it, without the province: "Phường Vĩnh Hòa, Thành phố Nha Trang"
 */
public record AreaView(long id, String code, String name, AreaLevel level, long parentId, String path) {}
