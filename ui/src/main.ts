// Start of the window.
import { mount } from "svelte";
import "./styles/index.css";
import App from "./App.svelte";
import { connect } from "./lib/api";

const target = document.getElementById("app");
if (target) void connect().then((backend) => mount(App, { target, props: { backend } }));
