import { suite } from "./suite";

suite("webkitgtk");
