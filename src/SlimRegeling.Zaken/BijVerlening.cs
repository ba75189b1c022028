using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;

namespace SlimRegeling.Zaken;

public sealed class BijVoorstelTeruggezonden(Bijhouden bij) : IVerwerker<VoorstelTeruggezondenBericht>
{
    public Task Verwerk(VoorstelTeruggezondenBericht b, CancellationToken ct) =>
        bij.Zaak(b.Zaaknummer, new(Stapcode.VoorstelTeruggezonden, b.Op), Zaakstatus.Teruggezonden);
}

/// <summary>Before the assessment Aanvragen says it.</summary>
public sealed class BijAanvraagIngetrokken(Bijhouden bij) : IVerwerker<AanvraagIngetrokkenBericht>
{
    public Task Verwerk(AanvraagIngetrokkenBericht b, CancellationToken ct) =>
        bij.Zaak(
            b.Zaaknummer,
            new(Stapcode.AanvraagIngetrokken, b.Op) { Uitleg = "Na de beoordeling, voor het besluit" },
            Zaakstatus.Vervallen
        );
}

public sealed class BijSubsidieVerleend(Bijhouden bij) : IVerwerker<SubsidieVerleendBericht>
{
    public Task Verwerk(SubsidieVerleendBericht b, CancellationToken ct) =>
        bij.Zaak(
            b.Zaaknummer,
            new(Stapcode.SubsidieVerleend, b.Op)
            {
                Bedrag = b.Bedrag,
                Besluit = b.Besluit,
                Soorten = BijVerleningGewijzigd.Soorten,
                Uitleg = $"Besluit {b.Besluit}; activiteiten van {Datumtekst.Van(b.PeriodeVan)} tot en met {Datumtekst.Van(b.PeriodeTot)}",
            },
            Zaakstatus.Verleend,
            ("verleend", b.Bedrag),
            ("voorschot", b.Voorschot),
            ("periode_tot", b.PeriodeTot),
            ("verantwoording", b.Verantwoording)
        );
}

public sealed class BijAanvraagAfgewezen(Bijhouden bij) : IVerwerker<AanvraagAfgewezenBericht>
{
    public Task Verwerk(AanvraagAfgewezenBericht b, CancellationToken ct) =>
        bij.Zaak(
            b.Zaaknummer,
            new(Stapcode.AanvraagAfgewezen, b.Op) { Besluit = b.Besluit, Uitleg = $"Besluit {b.Besluit}" },
            Zaakstatus.Afgewezen
        );
}

/// <summary>That of the award stands in the header by what was said of the award; of one beside it the header adds up the steps.</summary>
public sealed class BijVoorschotToegekend(Bijhouden bij) : IVerwerker<VoorschotToegekendBericht>
{
    public Task Verwerk(VoorschotToegekendBericht b, CancellationToken ct) =>
        bij.Zaak(
            b.Zaaknummer,
            new(b.NaVoortgang == true ? Eigenstap.TweedeVoorschot : Stapcode.VoorschotToegekend, b.Op)
            {
                Bedrag = b.Bedrag,
                Besluit = b.Besluit,
                IsWerk = b.NaVoortgang == true,
            }
        );
}

public sealed class BijBezwaartermijnGestart(Bijhouden bij) : IVerwerker<BezwaartermijnGestartBericht>
{
    public Task Verwerk(BezwaartermijnGestartBericht b, CancellationToken ct) =>
        bij.Zaak(
            b.Zaaknummer,
            new(Stapcode.BezwaartermijnGestart, b.Op)
            {
                Besluit = b.Besluit,
                Uitleg = $"Bezwaar kan van {Datumtekst.Van(b.Van)} tot en met {Datumtekst.Van(b.TotEnMet)}",
            },
            null,
            ("bezwaar_besluit", b.Besluit),
            ("bezwaar_tot", b.TotEnMet)
        );
}
