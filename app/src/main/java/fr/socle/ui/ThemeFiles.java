package fr.socle.ui;

import java.io.IOException;
import java.nio.file.Path;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.resource.PathResourceResolver;

/** Only files that truly lie in the theme's folder: neither {@code ..} nor a link leads out. */
class ThemeFiles extends PathResourceResolver {

    private final Path folder;

    ThemeFiles(Path folder) throws IOException {
        this.folder = folder.toRealPath();
    }

    @Override
    protected boolean checkResource(Resource resource, Resource location) throws IOException {
        return super.checkResource(resource, location)
                && resource.getFile().toPath().toRealPath().startsWith(folder);
    }
}
