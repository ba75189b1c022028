using SlimRegeling.Berichten.Aanvragen;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;

namespace SlimRegeling.Zaken;

public sealed class BijAanvraagIngediend(Bijhouden bij) : IVerwerker<AanvraagIngediendBericht>
{
    public async Task Verwerk(AanvraagIngediendBericht b, CancellationToken ct)
    {
        await bij.Zaak(
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
        await bij.ZoekOpnieuw(b.Zaaknummer);
    }
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
    public async Task Verwerk(AanvraagAangevuldBericht b, CancellationToken ct)
    {
        await bij.Zaak(
            b.Zaaknummer,
            new(Stapcode.AanvraagAangevuld, b.Op) { Bedrag = b.Gevraagd },
            Zaakstatus.Aangevuld,
            ("aangevuld_op", b.Op),
            ("gevraagd_aangevuld", b.Gevraagd)
        );
        await bij.ZoekOpnieuw(b.Zaaknummer);
    }
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
        bij.Zaak(
            b.Zaaknummer,
            // What is to mend a mistake the applicant hears when it is decided.
            new(b.Herstel == true ? Eigenstap.Herbeoordeeld : Stapcode.AanvraagBeoordeeld, b.Op)
            {
                Bedrag = b.Subsidie,
                Uitleg =
                    b.Bezwaar is null ? null
                    : b.Herstel == true ? $"Voor besluit {b.Bezwaar}"
                    : $"Opnieuw, voor bezwaar {b.Bezwaar}",
            },
            // Until it is decided on that the decision that is there stands.
            b.Bezwaar
                is null
                ? Zaakstatus.Beoordeeld
                : null
        );
}

/// <summary>Who has it now is what was said last, whichever of the two that is.</summary>
public sealed class BijAanvraagToegewezen(Bijhouden bij) : IVerwerker<AanvraagToegewezenBericht>
{
    private static readonly string[] Soorten = [Eigenstap.Toegewezen, Eigenstap.Teruggegeven];

    public Task Verwerk(AanvraagToegewezenBericht b, CancellationToken ct) =>
        bij.Zaak(
            b.Zaaknummer,
            new(b.Beoordelaar is null ? Eigenstap.Teruggegeven : Eigenstap.Toegewezen, b.Op)
            {
                Uitleg = b.Beoordelaar is { } beoordelaar ? $"Beoordelaar {beoordelaar}" : null,
                Versie = b.Versie,
                Soorten = Soorten,
            },
            null,
            ("behandelaar", b.Beoordelaar ?? Zaak.Niemand)
        );
}

public sealed class BijIngebrekestelling(Bijhouden bij) : IVerwerker<IngebrekestellingBericht>
{
    private static readonly string[] Soorten = [Eigenstap.Ingebrekestelling, Eigenstap.Vervallen];

    public Task Verwerk(IngebrekestellingBericht b, CancellationToken ct) =>
        bij.Zaak(
            b.Zaaknummer,
            new(b.Geldt ? Eigenstap.Ingebrekestelling : Eigenstap.Vervallen, b.Op)
            {
                Uitleg = $"De brief die wij ontvingen op {Datumtekst.Van(b.OntvangenOp)}",
                Versie = b.Versie,
                Soorten = Soorten,
            },
            null,
            ("ingebreke_op", b.OntvangenOp),
            ("ingebreke", b.Geldt)
        );
}

/// <summary>The term stays the one of the law; of what was told the last holds.</summary>
public sealed class BijVertragingMedegedeeld(Bijhouden bij) : IVerwerker<VertragingMedegedeeldBericht>
{
    public Task Verwerk(VertragingMedegedeeldBericht b, CancellationToken ct) =>
        bij.Zaak(
            b.Zaaknummer,
            new(Eigenstap.Vertraging, b.Op) { Uitleg = Woorden.Later(b.BeslissenUiterlijk, b.VerwachtOp), Versie = b.Versie },
            null,
            ("besluit_verwacht", b.VerwachtOp)
        );
}
