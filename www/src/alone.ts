// The tool with all that it needs in one script, for a page of others.

import "./main";
import "./fiches";
