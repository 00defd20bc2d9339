"""Is this machine fit for the work, and what is to be done where it is not?"""

from pipeline.doctor.checkup import Checkup, examined

__all__ = ["Checkup", "examined"]
