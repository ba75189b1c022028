using SlimRegeling.Berichten.Vaststelling;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;

namespace SlimRegeling.Zaken;

public sealed class BijBewijsGevraagd(Bijhouden bij) : IVerwerker<BewijsGevraagdBericht>
{
    public Task Verwerk(BewijsGevraagdBericht b, CancellationToken ct) =>
        bij.Zaak(
            b.Zaaknummer,
            new(Stapcode.InSteekproef, b.Op) { Uitleg = $"Bewijs uiterlijk {Datumtekst.Van(b.Uiterlijk)}" },
            Zaakstatus.InSteekproef,
            ("bewijs_uiterlijk", b.Uiterlijk)
        );
}

public sealed class BijBewijsOntvangen(Bijhouden bij) : IVerwerker<BewijsOntvangenBericht>
{
    public Task Verwerk(BewijsOntvangenBericht b, CancellationToken ct) =>
        bij.Zaak(
            b.Zaaknummer,
            new(Stapcode.BewijsOntvangen, b.Op) { Uitleg = b.Stukken == 1 ? "1 document" : $"{b.Stukken} documenten" },
            Zaakstatus.BewijsOntvangen
        );
}

/// <summary>What was made is shown by it: it is work, as proof is.</summary>
public sealed class BijDeclaratieIngediend(Bijhouden bij) : IVerwerker<DeclaratieIngediendBericht>
{
    public Task Verwerk(DeclaratieIngediendBericht b, CancellationToken ct) =>
        bij.Zaak(
            b.Zaaknummer,
            new(Eigenstap.Declaratie, b.Op) { Bedrag = b.Gevraagd, Uitleg = b.Regels == 1 ? "1 regel" : $"{b.Regels} regels" },
            Zaakstatus.BewijsOntvangen
        );
}

public sealed class BijDeclaratieaanvullingGevraagd(Bijhouden bij) : IVerwerker<DeclaratieaanvullingGevraagdBericht>
{
    public Task Verwerk(DeclaratieaanvullingGevraagdBericht b, CancellationToken ct) =>
        bij.Zaak(
            b.Zaaknummer,
            new(Eigenstap.Declaratieaanvulling, b.Op)
            {
                Dag = b.Uiterlijk,
                IsWerk = true,
                Uitleg = $"Aan te vullen uiterlijk {Datumtekst.Van(b.Uiterlijk)}",
            }
        );
}

public sealed class BijSubsidieVastgesteld(Bijhouden bij) : IVerwerker<SubsidieVastgesteldBericht>
{
    public Task Verwerk(SubsidieVastgesteldBericht b, CancellationToken ct) =>
        bij.Zaak(
            b.Zaaknummer,
            new(Stapcode.SubsidieVastgesteld, b.Op)
            {
                Bedrag = b.Vastgesteld,
                Besluit = b.Besluit,
                Uitleg = b.Vervangt is { } vervangt ? $"Besluit {b.Besluit} komt in de plaats van {vervangt}" : $"Besluit {b.Besluit}",
            },
            Zaakstatus.Vastgesteld,
            ("vastgesteld", b.Vastgesteld)
        );
}

/// <summary>The settlement holds until another comes in its place, and that is work.</summary>
public sealed class BijVaststellingHeropend(Bijhouden bij) : IVerwerker<VaststellingHeropendBericht>
{
    public Task Verwerk(VaststellingHeropendBericht b, CancellationToken ct) =>
        bij.Zaak(
            b.Zaaknummer,
            new(b.Herstel == true ? Eigenstap.HeropendNaHerstel : Eigenstap.Heropend, b.Op)
            {
                Besluit = b.Bezwaarbesluit,
                Uitleg = $"Na besluit {b.Bezwaarbesluit} komt er een ander besluit in de plaats van {b.Vervangt}",
            },
            Zaakstatus.Heropend
        );
}

public sealed class BijVaststellingIngebrekestelling(Bijhouden bij) : IVerwerker<VaststellingIngebrekestellingBericht>
{
    private static readonly string[] Soorten = [Eigenstap.Vaststellingingebreke, Eigenstap.Vaststellingvervallen];

    public Task Verwerk(VaststellingIngebrekestellingBericht b, CancellationToken ct) =>
        bij.Zaak(
            b.Zaaknummer,
            new(b.Geldt ? Eigenstap.Vaststellingingebreke : Eigenstap.Vaststellingvervallen, b.Op)
            {
                Uitleg = $"De brief die wij ontvingen op {Datumtekst.Van(b.OntvangenOp)}",
                Versie = b.Versie,
                Soorten = Soorten,
            },
            null,
            ("vaststelling_ingebreke_op", b.OntvangenOp),
            ("vaststelling_ingebreke", b.Geldt)
        );
}

/// <summary>The term stays the one of the law; of what was told the last holds.</summary>
public sealed class BijVaststellingVertraagd(Bijhouden bij) : IVerwerker<VaststellingVertraagdBericht>
{
    public Task Verwerk(VaststellingVertraagdBericht b, CancellationToken ct) =>
        bij.Zaak(
            b.Zaaknummer,
            new(Eigenstap.Vaststellingvertraagd, b.Op) { Uitleg = Woorden.Later(b.BeslissenUiterlijk, b.VerwachtOp), Versie = b.Versie },
            null,
            ("vaststelling_verwacht", b.VerwachtOp)
        );
}
