// The workspace's own rules, each with a planted fault in planted-faults.spec.mjs that shows it can fail.
import clockPassedIn from './clock-passed-in.mjs';
import fewParameters from './few-parameters.mjs';
import layerOrder from './layer-order.mjs';
import noForwardRef from './no-forward-ref.mjs';
import oneDoor from './one-door.mjs';
import oneQueue from './one-queue.mjs';
import oneWayIn from './one-way-in.mjs';
import plainNames from './plain-names.mjs';
import wholeSuite from './whole-suite.mjs';

export default {
  meta: { name: 'ketenregie', version: '1.0.0' },
  rules: {
    'clock-passed-in': clockPassedIn,
    'few-parameters': fewParameters,
    'layer-order': layerOrder,
    'no-forward-ref': noForwardRef,
    'one-door': oneDoor,
    'one-queue': oneQueue,
    'one-way-in': oneWayIn,
    'plain-names': plainNames,
    'whole-suite': wholeSuite,
  },
};
