// A screen that is waited for may take its time on a busy machine; what never comes still fails.
import { configure } from '@testing-library/react';

configure({ asyncUtilTimeout: 15_000 });
