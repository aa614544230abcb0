export { aBusyOffice, BUSY_ON, type BusyOffice, type PlantedRight, plantHalf } from './a-busy-office.js';
