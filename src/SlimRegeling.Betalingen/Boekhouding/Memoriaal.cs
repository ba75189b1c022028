using System.Text.Json.Serialization;
using NodaTime;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Betalingen.Boekhouding;

/// <summary>Someone proposes to reverse a booking; <c>Reden</c> points to why, in their words.</summary>
[Naam("correctie-voorgesteld")]
public sealed record CorrectieVoorgesteld(Guid Boeking, string Zaaknummer, Verwijzing Reden, string Door, Instant Op) : Gebeurtenis;

/// <summary>It is not to be done, for a reason.</summary>
[Naam("correctie-teruggezonden")]
public sealed record CorrectieTeruggezonden(Verwijzing Reden, string Door, Instant Op) : Gebeurtenis;

/// <summary>A second person signed: the booking <c>KeertOm</c> is reversed by these lines, which are its own with the sides changed.</summary>
[Naam("correctie-geboekt")]
public sealed record CorrectieGeboekt(
    Guid KeertOm,
    string Zaaknummer,
    string Tijdvak,
    string Besluit,
    IReadOnlyList<Boekingsregel> Regels,
    string Voorsteller,
    string Door,
    Instant Op
) : Gebeurtenis;

/// <summary>
/// What people book themselves: the one counter-entry that a booking can have. Its id is that of the booking. What was booked by it is a booking like any
/// other, with a counter-entry of its own.
/// </summary>
public sealed record Memoriaal
{
    public string Id { get; init; } = "";

    public CorrectieVoorgesteld? Voorstel { get; init; }

    public bool Geboekt { get; init; }

    /// <summary>Waits for who signs or sends back.</summary>
    [JsonIgnore]
    public bool LigtVoor => Voorstel is not null && !Geboekt;

    public Memoriaal Apply(CorrectieVoorgesteld e) => this with { Voorstel = e };

    public Memoriaal Apply(CorrectieTeruggezonden _) => this with { Voorstel = null };

    public Memoriaal Apply(CorrectieGeboekt _) => this with { Geboekt = true };

    public static Beslissing StelVoor(Memoriaal? memoriaal, Guid boeking, string zaaknummer, Verwijzing reden, string wie, Instant nu) =>
        memoriaal switch
        {
            { Geboekt: true } => AlGeboekt(boeking),
            { LigtVoor: true } => Weigering.Van(
                "ligt-al-voor",
                $"Voor boeking {boeking} ligt al een tegenboeking voor. Wacht tot een collega die heeft ondertekend of teruggezonden.",
                Artikel
            ),
            _ => new CorrectieVoorgesteld(boeking, zaaknummer, reden, wie, nu),
        };

    /// <summary>Why who signs did not look at what is proposed now; null when they did, and when nothing is.</summary>
    public static Weigering? Gezien(Memoriaal? memoriaal, string hash) =>
        memoriaal is { LigtVoor: true, Voorstel: { } voorstel } && hash != Boekhash.Van(voorstel)
            ? Weigering.Van(
                "ander-voorstel",
                $"De tegenboeking van boeking {voorstel.Boeking} is opnieuw voorgesteld sinds u haar bekeek. Bekijk haar nog eens en onderteken dan.",
                Artikel
            )
            : null;

    /// <param name="regels">The lines of the booking, in order.</param>
    public static Beslissing Onderteken(Memoriaal? memoriaal, Guid boeking, IReadOnlyList<Grootboekregel> regels, string wie, Instant nu) =>
        Weiger(memoriaal, boeking, wie, "ondertekenen") is { } weigering
            ? weigering
            : new CorrectieGeboekt(
                boeking,
                regels[0].Zaaknummer,
                regels[0].Tijdvak,
                regels[0].Besluit,
                [.. regels.Select(r => new Boekingsregel(r.Rekening, r.Credit, r.Debet))],
                memoriaal!.Voorstel!.Door,
                wie,
                nu
            );

    /// <summary>Who proposed it cannot send it back to themselves either: a colleague looks.</summary>
    public static Beslissing ZendTerug(Memoriaal? memoriaal, Guid boeking, Verwijzing reden, string wie, Instant nu) =>
        Weiger(memoriaal, boeking, wie, "terugzenden") is { } weigering ? weigering : new CorrectieTeruggezonden(reden, wie, nu);

    private const string Artikel = "artikel 3.5, eerste lid, Comptabiliteitswet 2016";

    private static Weigering? Weiger(Memoriaal? memoriaal, Guid boeking, string wie, string wat) =>
        memoriaal switch
        {
            { Geboekt: true } => AlGeboekt(boeking),
            { Voorstel: { } voorstel } => voorstel.Door == wie
                ? Weigering.NietDoorU(
                    "zelfde-persoon",
                    $"U hebt de tegenboeking van boeking {boeking} zelf voorgesteld. Laat een collega haar {wat}.",
                    Artikel
                )
                : null,
            _ => Weigering.Van(
                "geen-voorstel",
                $"Voor boeking {boeking} ligt geen tegenboeking voor. Stel haar eerst voor, met de reden.",
                Artikel
            ),
        };

    private static Weigering AlGeboekt(Guid boeking) =>
        Weigering.Van(
            "al-tegengeboekt",
            $"Boeking {boeking} is al tegengeboekt. Was dat fout, stel dan een tegenboeking van die tegenboeking voor.",
            Artikel
        );
}
