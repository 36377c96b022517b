import { Say, useSay } from '../text.tsx';

/** A look through the answers before they are sent. Shown and done by the enhancement script; nothing leaves the page. */
export function Glance() {
  const say = useSay();
  const words = '{words}';
  const sentences = {
    found: say('glance.found'),
    none: say('glance.none'),
    email: say('glance.email', { words }),
    phone: say('glance.phone', { words }),
    number: say('glance.number', { words }),
    name: say('glance.name', { words }),
  };
  return (
    <section className="glance" data-glance data-sentences={JSON.stringify(sentences)} hidden>
      <h2>
        <Say id="glance.title" />
      </h2>
      <p>
        <Say id="glance.text" />
      </p>
      <p className="buttons">
        <button type="button" className="button-second" data-glance-look>
          <Say id="glance.look" />
        </button>
      </p>
      <div role="status">
        <p data-glance-said />
        <ul data-glance-list />
      </div>
    </section>
  );
}
