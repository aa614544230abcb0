-- The three roles of decision 0005, each with the least it needs, in the database that is to be Ketenregie's. Run as superuser with the passwords in the
-- settings bootstrap.owner, bootstrap.app and bootstrap.queue. May be run again: roles that are there get these passwords and rights.
do $$
declare
  bootstrapped record;
begin
  for bootstrapped in
    select * from (values ('ketenregie_owner', 'bootstrap.owner'), ('ketenregie_app', 'bootstrap.app'), ('ketenregie_queue', 'bootstrap.queue')) roles (name, setting)
  loop
    if coalesce(current_setting(bootstrapped.setting, true), '') = '' then
      raise exception 'the password of % is not set', bootstrapped.name;
    end if;
    if not exists (select 1 from pg_roles where rolname = bootstrapped.name) then
      execute format('create role %I', bootstrapped.name);
    end if;
    -- The owner makes no roles here, unlike on an embedded server: they are there.
    execute format('alter role %I login noinherit nosuperuser nocreatedb nocreaterole noreplication nobypassrls password %L',
      bootstrapped.name, current_setting(bootstrapped.setting));
  end loop;
  -- To make the queue's schema the owner acts as the queue's role; what is granted so is inherited by nobody else.
  execute 'grant ketenregie_queue to ketenregie_owner with inherit true, set true';
  execute format('alter database %I owner to ketenregie_owner', current_database());
  execute format('revoke all on database %I from public', current_database());
  execute format('grant connect, temporary on database %I to ketenregie_app', current_database());
  execute format('grant connect on database %I to ketenregie_queue', current_database());
  execute 'revoke create on schema public from public';
end $$;
