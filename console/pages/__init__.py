"""The pages: each module a page or two, thin. Lists come from ``queries``, changes from ``acts``."""
