using SlimRegeling.Berichten.Betalingen;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Zaken;

/// <summary>A claim changes no status: what was settled, or withdrawn, holds while it is paid back.</summary>
public sealed class BijTerugvorderingBesloten(Bijhouden bij) : IVerwerker<TerugvorderingBeslotenBericht>
{
    public Task Verwerk(TerugvorderingBeslotenBericht b, CancellationToken ct) =>
        bij.Zaak(
            b.Zaaknummer,
            new(Eigenstap.Terugvordering, b.Op)
            {
                Bedrag = b.Bedrag,
                Besluit = b.Besluit,
                Uitleg = $"Besluit {b.Besluit}, na besluit {b.Grondslag}",
            }
        );
}

public sealed class BijVorderingsbesluitGenomen(Bijhouden bij) : IVerwerker<VorderingsbesluitGenomenBericht>
{
    private const string Afboeking = "afboeking";

    public Task Verwerk(VorderingsbesluitGenomenBericht b, CancellationToken ct) =>
        bij.Zaak(
            b.Zaaknummer,
            new(b.Soort == Afboeking ? Eigenstap.VorderingAfgeboekt : Eigenstap.Vorderingsbesluit, b.Op)
            {
                Bedrag = b.Bedrag,
                Besluit = b.Besluit,
                Uitleg = $"{Woord(b.Soort)}, besluit {b.Besluit}",
            }
        );

    private static string Woord(string soort) =>
        soort switch
        {
            "betalingsregeling" => "Betaling in termijnen",
            "regeling-intrekken" => "Betalingsregeling ingetrokken",
            "rente" => "Wettelijke rente vastgesteld",
            "verrekening" => "Verrekend met een andere betaling",
            "dwangbevel" => "Dwangbevel uitgevaardigd",
            "renteteruggave" => "Te veel betaalde rente teruggegeven",
            _ => "Afgeboekt",
        };
}

/// <summary>That we paid late and owe interest for it, which is no subsidy: what the case was paid stays what it was.</summary>
public sealed class BijRentevergoedingBesloten(Bijhouden bij) : IVerwerker<RentevergoedingBeslotenBericht>
{
    public Task Verwerk(RentevergoedingBeslotenBericht b, CancellationToken ct) =>
        bij.Zaak(
            b.Zaaknummer,
            new(Eigenstap.Rentevergoeding, b.Op)
            {
                Bedrag = b.Bedrag,
                Besluit = b.Besluit,
                Uitleg = $"Betaling {b.Betaalopdracht}, die op {Datumtekst.Van(b.Uiterlijk)} gedaan moest zijn",
            }
        );
}

public sealed class BijVorderingHerinnerd(Bijhouden bij) : IVerwerker<VorderingHerinnerdBericht>
{
    public Task Verwerk(VorderingHerinnerdBericht b, CancellationToken ct) =>
        bij.Zaak(
            b.Zaaknummer,
            new(Eigenstap.Betaalherinnering, b.Op)
            {
                Bedrag = b.Openstaand,
                Uitleg = $"Vordering {b.Vordering}, te betalen tot en met {Datumtekst.Van(b.Uiterlijk)}",
            }
        );
}

public sealed class BijVorderingAangemaand(Bijhouden bij) : IVerwerker<VorderingAangemaandBericht>
{
    public Task Verwerk(VorderingAangemaandBericht b, CancellationToken ct) =>
        bij.Zaak(
            b.Zaaknummer,
            new(Eigenstap.Aanmaning, b.Op)
            {
                Bedrag = b.Openstaand,
                Uitleg = $"Vordering {b.Vordering}, die op {Datumtekst.Van(b.Uiterlijk)} betaald moest zijn",
            }
        );
}

public sealed class BijVorderingVoldaan(Bijhouden bij) : IVerwerker<VorderingVoldaanBericht>
{
    public Task Verwerk(VorderingVoldaanBericht b, CancellationToken ct) =>
        bij.Zaak(
            b.Zaaknummer,
            new(Eigenstap.VorderingVoldaan, b.Op)
            {
                Bedrag = b.Hoofdsom,
                Besluit = b.Vordering,
                Uitleg = $"Vordering {b.Vordering}, op {Datumtekst.Van(b.Dag)}",
            }
        );
}
