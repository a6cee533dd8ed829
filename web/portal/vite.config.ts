import { defineConfig } from 'vite';
import { bundle } from '../vite.bundle.js';

export default defineConfig(bundle('portal', '/'));
