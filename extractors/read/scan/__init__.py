"""Pictures of pages: straightened, cut into lines and cells, recognised."""
