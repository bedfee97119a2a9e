import { mount } from 'svelte';
import App from './App.svelte';
import { Client } from './ipc/client';
import { withClient } from './ipc/context';
import { tauriTransport } from './ipc/transport.tauri';
import './styles/index.css';
import { applyTheme } from './frame/theme';

// Until the core says what was chosen, the window wears what the system asks for.
applyTheme('system');

const target = document.getElementById('app');
if (target) mount(App, { target, context: withClient(new Client(tauriTransport)) });
