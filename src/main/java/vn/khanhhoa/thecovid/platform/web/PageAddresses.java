package vn.khanhhoa.thecovid.platform.web;

import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletRequest;

/** A form is posted to the whole address of its page: what the page is about is known from the first phase on. */
public final class PageAddresses extends ViewHandlerWrapper {
    public PageAddresses(ViewHandler wrapped) {
        super(wrapped);
    }

    @Override
    public String getActionURL(FacesContext context, String viewId) {
        String action = super.getActionURL(context, viewId);
        String query = ((HttpServletRequest) context.getExternalContext().getRequest()).getQueryString();
        boolean thisPage = context.getViewRoot() != null
                && viewId.equals(context.getViewRoot().getViewId());
        return query == null || !thisPage ? action : action + (action.contains("?") ? "&" : "?") + query;
    }
}
