using NodaTime;
using SlimRegeling.Regels;

namespace SlimRegeling.Dossiers.Sjablonen;

/// <summary>What a letter is filled from.</summary>
/// <param name="Versie">The rules as they were when it was decided.</param>
/// <param name="Dag">The day of sending, from which the terms of the letter count.</param>
/// <param name="Onderbouwing">Null when there is none to give.</param>
/// <param name="Motivering">Of a decision on objection; null of all else.</param>
/// <param name="Toelichting">With a request to complete; null when nothing was written, and of all else.</param>
/// <param name="Hersteltekst">Of a decision that mends a mistake; null of all else.</param>
/// <param name="Oordelen">Of a settlement; null when there are none to give, and of all else.</param>
/// <param name="Advies">Of the committee on an objection, when the decision on it deviates from it; null of all else.</param>
/// <param name="Declaratievraag">Of a request to complete a declaration; null of all else.</param>
/// <param name="Wijziging">Of a decision on a change; null of all else.</param>
/// <param name="Intrekkingstekst">Of a proposal or decision to withdraw; null of all else.</param>
/// <param name="Vorderingstekst">Of what is claimed back; null of all else.</param>
public sealed record Briefgeval(
    Briefopdracht Opdracht,
    Regelversie Versie,
    LocalDate Dag,
    Onderbouwing? Onderbouwing = null,
    Bezwaarmotivering? Motivering = null,
    Aanvullingstoelichting? Toelichting = null,
    Hersteltekst? Hersteltekst = null,
    Vaststellingsoordelen? Oordelen = null,
    string? Advies = null,
    Declaratievraag? Declaratievraag = null,
    Wijzigingsargument? Wijziging = null,
    Intrekkingstekst? Intrekkingstekst = null,
    Vorderingstekst? Vorderingstekst = null
);
