import type { CatalogueSupplier } from '../catalogue.js';

/** Suppliers recognised for eHerkenning, with the spellings and former names people write. */
export const SUPPLIERS: readonly CatalogueSupplier[] = [
  { key: 'digidentity', name: 'Digidentity', aliases: ['Digi-dentity', 'digidentity.eu'] },
  { key: 'kpn', name: 'KPN', aliases: ['KPN EH', 'KPN eHerkenning'] },
  { key: 'reconi', name: 'Reconi', aliases: ['CreAim', 'CreAim Reconi'] },
  { key: 'weid', name: 'We-ID', aliases: ['WeID', 'We ID', 'Connectis', 'Signicat'] },
  { key: 'zlogin', name: 'Z login', aliases: ['Zlogin', 'Z-login'] },
  { key: 'quovadis', name: 'QuoVadis', aliases: ['QV', 'DigiCert', 'QuoVadis/DigiCert'] },
];
