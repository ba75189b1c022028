using SlimRegeling.Berichten.Aanvragen;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;

namespace SlimRegeling.Zaken;

public sealed class BijAanvraagIngediend(Bijhouden bij) : IVerwerker<AanvraagIngediendBericht>
{
    public Task Verwerk(AanvraagIngediendBericht b, CancellationToken ct) =>
        bij.Zaak(
            b.Zaaknummer,
            new(Stapcode.AanvraagIngediend, b.Op)
            {
                Bedrag = b.Gevraagd,
                Uitleg = b.Ontbreekt is { Count: > 0 } ontbreekt ? Woorden.Onvolledig(b.Regelversie, ontbreekt) : null,
            },
            Zaakstatus.Ingediend,
            ("kvk_nummer", b.KvkNummer),
            ("tijdvak", b.Tijdvak),
            ("regelversie", b.Regelversie),
            ("ingediend_op", b.Op),
            ("gevraagd", b.Gevraagd)
        );
}

public sealed class BijAanvraagVolledig(Bijhouden bij) : IVerwerker<AanvraagVolledigBericht>
{
    public Task Verwerk(AanvraagVolledigBericht b, CancellationToken ct) =>
        bij.Zaak(b.Zaaknummer, new(Stapcode.AanvraagVolledig, b.Op) { Uitleg = b.Aangevuld ? "Na aanvulling" : null }, Zaakstatus.Volledig);
}

public sealed class BijAanvullingGevraagd(Bijhouden bij) : IVerwerker<AanvullingGevraagdBericht>
{
    public Task Verwerk(AanvullingGevraagdBericht b, CancellationToken ct) =>
        bij.Zaak(b.Zaaknummer, new(Stapcode.AanvullingGevraagd, b.Op), Zaakstatus.AanvullingGevraagd);
}

public sealed class BijHersteltermijnGestart(Bijhouden bij) : IVerwerker<HersteltermijnGestartBericht>
{
    public Task Verwerk(HersteltermijnGestartBericht b, CancellationToken ct) =>
        bij.Zaak(
            b.Zaaknummer,
            new(Stapcode.HersteltermijnGestart, b.Op) { Uitleg = $"Aan te vullen uiterlijk {Datumtekst.Van(b.Uiterlijk)}" },
            null,
            ("aanvulling_verzonden_op", b.VerzondenOp),
            ("aanvullen_uiterlijk", b.Uiterlijk)
        );
}

public sealed class BijAanvraagAangevuld(Bijhouden bij) : IVerwerker<AanvraagAangevuldBericht>
{
    public Task Verwerk(AanvraagAangevuldBericht b, CancellationToken ct) =>
        bij.Zaak(
            b.Zaaknummer,
            new(Stapcode.AanvraagAangevuld, b.Op) { Bedrag = b.Gevraagd },
            Zaakstatus.Aangevuld,
            ("aangevuld_op", b.Op),
            ("gevraagd_aangevuld", b.Gevraagd)
        );
}

public sealed class BijBuitenBehandelingGesteld(Bijhouden bij) : IVerwerker<BuitenBehandelingGesteldBericht>
{
    public Task Verwerk(BuitenBehandelingGesteldBericht b, CancellationToken ct) =>
        bij.Zaak(
            b.Zaaknummer,
            new(Stapcode.BuitenBehandeling, b.Op)
            {
                Besluit = b.Besluit,
                Uitleg = b.Grond == "niet-aangevuld" ? "Niet op tijd aangevuld" : "Een eerdere aanvraag gaat voor",
                Eerdere = b.Eerdere,
            },
            Zaakstatus.BuitenBehandeling
        );
}

public sealed class BijAanvraagVervallen(Bijhouden bij) : IVerwerker<AanvraagVervallenBericht>
{
    public Task Verwerk(AanvraagVervallenBericht b, CancellationToken ct) =>
        b.Grond == "ingetrokken"
            ? bij.Zaak(b.Zaaknummer, new(Stapcode.AanvraagIngetrokken, b.Op), Zaakstatus.Vervallen)
            // The decision not to handle it, or Verlening that it was withdrawn there, tells more and is heard beside this.
            : Task.CompletedTask;
}

public sealed class BijAanvraagBeoordeeld(Bijhouden bij) : IVerwerker<AanvraagBeoordeeldBericht>
{
    public Task Verwerk(AanvraagBeoordeeldBericht b, CancellationToken ct) =>
        bij.Zaak(b.Zaaknummer, new(Stapcode.AanvraagBeoordeeld, b.Op) { Bedrag = b.Subsidie }, Zaakstatus.Beoordeeld);
}
