using System.Globalization;
using NodaTime;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Tijdvakken.Beheer;

/// <summary>What of a window can still be changed at a moment; asked when it is proposed and again when it is signed.</summary>
internal static class Wijzigingsregels
{
    public static Weigering? Toets(Tijdvak tijdvak, Geldstand geld, Tijdvakinhoud wordt, Instant nu) =>
        (wordt.Opent == tijdvak.Opent ? null : Opening(tijdvak, wordt.Opent, nu))
        ?? (wordt.Sluit == tijdvak.Sluit ? null : Sluiting(tijdvak, wordt.Sluit, nu))
        ?? (wordt.RegistratieVanaf == tijdvak.RegistratieVanaf ? null : Registratie(tijdvak, nu))
        ?? (wordt.Overschrijding == tijdvak.Overschrijding ? null : Overschrijding(tijdvak, nu))
        ?? Geld(tijdvak, geld, wordt, nu);

    private static Weigering? Geld(Tijdvak tijdvak, Geldstand geld, Tijdvakinhoud wordt, Instant nu)
    {
        var was = tijdvak.Inhoud();
        return wordt.Verdeelbaar > was.Verdeelbaar && wordt.Plafond > was.Plafond && Verhoging(tijdvak) is { } weigering ? weigering
            : wordt.Verdeelbaar < was.Verdeelbaar ? Verlaging(tijdvak, geld, wordt.Verdeelbaar, nu)
            : (wordt.Bezwaarreserve ?? 0) < geld.UitReserve
                ? Weigering.Van(
                    "onder-reservering",
                    $"Uit de reserve voor bezwaren is al {Euro(geld.UitReserve)} gereserveerd of verleend. Kies een reserve die daar niet onder ligt.",
                    "artikel 2.7"
                )
            : null;
    }

    /// <summary>Both the opening that stood and the new one lie ahead, so that nobody comes in by the one while it was the other.</summary>
    private static Weigering? Opening(Tijdvak tijdvak, Instant opent, Instant nu) =>
        nu >= tijdvak.Opent
            ? Weigering.Van("tijdvak-al-open", $"Tijdvak {tijdvak.Id} is al open. De opening kan niet meer veranderen.", "artikel 2.6")
        : Instant.Min(opent, tijdvak.Opent) < nu + Wijzigen.Voorsprong
            ? Weigering.Van(
                "te-kort-dag",
                "De opening kan worden gewijzigd tot een uur van tevoren: zowel de oude als de nieuwe opening ligt dan minstens een uur verder.",
                "artikel 2.6"
            )
        : null;

    private static Weigering? Sluiting(Tijdvak tijdvak, Instant sluit, Instant nu) =>
        nu >= tijdvak.Sluit
            ? Weigering.Van("tijdvak-gesloten", $"Tijdvak {tijdvak.Id} is gesloten. De sluiting kan niet meer veranderen.", "artikel 2.6")
        : sluit < nu + Wijzigen.Voorsprong
            ? Weigering.Van(
                "te-kort-dag",
                "Kies een sluiting die minstens een uur na de ondertekening ligt: ieder moet haar op tijd kunnen kennen.",
                "artikel 2.6"
            )
        : null;

    private static Weigering? Registratie(Tijdvak tijdvak, Instant nu) =>
        nu >= tijdvak.RegistratieVanaf
            ? Weigering.Van("registratie-loopt", "Registreren kan al. Het begin daarvan kan niet meer veranderen.", "artikel 2.6")
            : null;

    /// <summary>Who does not fit knew beforehand what would happen; only a drawn window has no order before its list.</summary>
    private static Weigering? Overschrijding(Tijdvak tijdvak, Instant nu) =>
        (tijdvak.Volgorde == Volgorde.Loting ? tijdvak.Lijst is not null : nu >= tijdvak.Opent)
            ? Weigering.Van(
                "volgorde-loopt",
                "Wat er gebeurt met wie niet past, kan niet meer veranderen: de volgorde van aanvragen staat al vast of ontstaat al.",
                "artikel 2.10"
            )
            : null;

    private static Weigering? Verhoging(Tijdvak tijdvak) =>
        tijdvak.Wachtlijst is null
            ? null
            : Weigering.Van(
                "wachtlijst-gesloten",
                $"De wachtlijst van {tijdvak.Id} is gesloten. Extra geld kan niemand meer krijgen; voeg het toe aan een ander tijdvak.",
                "artikel 2.7"
            );

    /// <summary>What was applied for before a lower ceiling was told is not touched by it (4:27, second paragraph, of the AWB).</summary>
    /// <param name="verdeelbaar">The ceiling but what is held back for objections, in euro.</param>
    private static Weigering? Verlaging(Tijdvak tijdvak, Geldstand geld, decimal verdeelbaar, Instant nu) =>
        verdeelbaar < geld.Gereserveerd - geld.UitReserve
            ? Weigering.Van(
                "onder-reservering",
                $"Er is al {Euro(geld.Gereserveerd - geld.UitReserve)} gereserveerd of verleend. Kies een plafond dat daar niet onder ligt.",
                "artikel 2.7"
            )
        : nu >= tijdvak.Opent && (geld.Wacht || geld.Onvolledig)
            ? Weigering.Van(
                "aanvragen-wachten",
                "Er zijn aanvragen die nog wachten op geld, een plaats of een aanvulling. Een lager plafond geldt niet voor wie al heeft aangevraagd.",
                "artikel 4:27, tweede lid, Awb"
            )
        : null;

    internal static string Euro(decimal bedrag) => $"€ {bedrag.ToString("0.00", CultureInfo.InvariantCulture).Replace('.', ',')}";
}
