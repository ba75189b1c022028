using SlimRegeling.Berichten.Betalingen;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;

namespace SlimRegeling.Zaken;

public sealed class BijBetalingOpgedragen(Bijhouden bij) : IVerwerker<BetalingOpgedragenBericht>
{
    public Task Verwerk(BetalingOpgedragenBericht b, CancellationToken ct) =>
        bij.Zaak(
            b.Zaaknummer,
            new(Stapcode.BetalingOpgedragen, b.Op)
            {
                Bedrag = b.Bedrag,
                Besluit = b.Besluit,
                Betaalopdracht = b.Betaalopdracht,
                Uitleg = $"{Soort(b.Soort)}, opdracht {b.Betaalopdracht}",
            }
        );

    internal static string Soort(string soort) =>
        soort switch
        {
            "voorschot" => "Voorschot",
            "nabetaling" => "Nabetaling",
            _ => "Betaling na vaststelling",
        };
}

public sealed class BijBetalingAangehouden(Bijhouden bij) : IVerwerker<BetalingAangehoudenBericht>
{
    public Task Verwerk(BetalingAangehoudenBericht b, CancellationToken ct) =>
        bij.Zaak(b.Zaaknummer, new(Stapcode.BetalingAangehouden, b.Op) { Bedrag = b.Bedrag, Betaalopdracht = b.Betaalopdracht });
}

public sealed class BijBetalingVrijgegeven(Bijhouden bij) : IVerwerker<BetalingVrijgegevenBericht>
{
    public Task Verwerk(BetalingVrijgegevenBericht b, CancellationToken ct) =>
        bij.Zaak(b.Zaaknummer, new(Stapcode.BetalingVrijgegeven, b.Op) { Bedrag = b.Bedrag, Betaalopdracht = b.Betaalopdracht });
}

public sealed class BijBetalingUitgevoerd(Bijhouden bij) : IVerwerker<BetalingUitgevoerdBericht>
{
    public Task Verwerk(BetalingUitgevoerdBericht b, CancellationToken ct) =>
        bij.Zaak(
            b.Zaaknummer,
            new(Stapcode.BetalingUitgevoerd, b.Op)
            {
                Bedrag = b.Bedrag,
                Betaalopdracht = b.Betaalopdracht,
                Uitleg = $"{BijBetalingOpgedragen.Soort(b.Soort)}, geboekt op {Datumtekst.Van(b.Boekdatum)}",
            }
        );
}

/// <summary>It is no part of what was paid any more: a case that was finished by it is not.</summary>
public sealed class BijBetalingTeruggekomen(Bijhouden bij) : IVerwerker<BetalingTeruggekomenBericht>
{
    public Task Verwerk(BetalingTeruggekomenBericht b, CancellationToken ct) =>
        bij.Zaak(
            b.Zaaknummer,
            new(Eigenstap.BetalingTeruggekomen, b.Op)
            {
                Bedrag = b.Bedrag,
                Betaalopdracht = b.Betaalopdracht,
                Uitleg = $"{BijBetalingOpgedragen.Soort(b.Soort)}, teruggeboekt op {Datumtekst.Van(b.Boekdatum)}",
            }
        );
}
