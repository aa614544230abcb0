export { ConfigError } from './config-error.js';
export { addressOf, type Config, type Environment, readConfig } from './config.js';
export { clockOffset, productClock } from './product-clock.js';
