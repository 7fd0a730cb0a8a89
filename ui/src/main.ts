// Start of the window.
import { mount } from "svelte";
import "./styles/index.css";
import App from "./App.svelte";
import { connect } from "./lib/api";

// The typefaces come while the program is asked for the event: its first text stands in them and is laid out once.
const style = getComputedStyle(document.documentElement);
for (const faces of ["--font-ui", "--font-read"]) void document.fonts.load(`1rem ${style.getPropertyValue(faces)}`);

const target = document.getElementById("app");
if (target) void connect().then((backend) => mount(App, { target, props: { backend } }));
