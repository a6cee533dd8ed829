import { useState } from 'react';
import { Registered } from './registered.js';
import { RegistrationForm } from './registration-form.js';
import type { RegisteredTicketDto } from '@shared/api/generated/hotline.js';

/** 登记: the form while the caller speaks, then the number to read out, then the next caller. */
export function Register() {
  const [registered, setRegistered] = useState<RegisteredTicketDto | null>(null);
  return registered ? (
    <Registered {...registered} onNext={() => setRegistered(null)} />
  ) : (
    <RegistrationForm onRegistered={setRegistered} />
  );
}
