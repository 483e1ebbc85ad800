package org.handrail.notifier.template;

import java.util.List;
import java.util.stream.Stream;

/** What mail is full of and reveals nothing: names that people have, dates, places, sentences about appointments. */
final class OrdinaryTexts {

    /** Common in English and Spanish, and some from elsewhere. */
    static final List<String> NAMES = List.of("""
            James Mary Michael Patricia Robert Jennifer John Linda David Elizabeth William Barbara Richard Susan
            Joseph Jessica Thomas Karen Christopher Sarah Charles Lisa Daniel Nancy Matthew Sandra Anthony Betty Mark
            Ashley Donald Emily Steven Kimberly Andrew Margaret Paul Donna Joshua Michelle Kenneth Carol Kevin Amanda
            Brian Melissa Timothy Deborah Ronald Stephanie George Rebecca Jason Sharon Edward Laura Jeffrey Cynthia
            Ryan Dorothy Jacob Amy Nicholas Kathleen Gary Angela Eric Shirley Jonathan Emma Stephen Brenda Larry
            Pamela Justin Nicole Scott Anna Brandon Samantha Benjamin Katherine Samuel Christine Gregory Debra
            Alexander Rachel Patrick Carolyn Frank Janet Raymond Maria Jack Olivia Dennis Heather Jerry Helen Tyler
            Catherine Aaron Diane Jose Julie Adam Victoria Nathan Joyce Henry Lauren Zachary Kelly Douglas Christina
            Peter Ruth Kyle Joan Noah Virginia Ethan Judith Jeremy Evelyn Christian Hannah Walter Andrea Keith Megan
            Austin Cheryl Roger Jacqueline Terry Madison Sean Teresa Gerald Abigail Carl Sophia Dylan Martha Harold
            Sara Jordan Gloria Jesse Janice Bryan Kathryn Lawrence Ann Arthur Isabella Gabriel Judy Bruce Charlotte
            Logan Julia Billy Grace Joe Amber Alan Alice Juan Jean Elijah Denise Willie Frances Albert Danielle Wayne
            Marilyn Randy Natalie Mason Beverly Vincent Diana Liam Brittany Roy Theresa Bobby Kayla Caleb Alexis
            Bradley Doris Russell Lori Lucas Tiffany Theodore Theron Thea Dea Tess Tex Dexter Rex Reha Rhea Reba
            Reuben Sobia Sabir Iona Heath Coke Molly Mary-Jane Candy Crystal Chrystal Brandy Sherry Ginger Ivy Jade
            Basil Rosemary Sage Herb Buddy Bud Chase Hunter Miles Chance Hope Faith Charity Serenity Harmony Destiny
            Justice Mercy Clay Cliff Dale Glen Forest Brook Brooke River Rain Sky Skye Summer Autumn April May June
            August Dawn Eve Misty Stormy Sunny Matt Mathew Mathias Mattie Mateo Matilda Matías Maude Audrey Audra
            Auden Claudia Claude Maddy Otis Otto Phyllis Phil Philip Ophelia Iopa Sudie Sudha Tod Todd Trey Tracy
            Drew Dru Druscilla Mel Methodius Melvin Ned Neda Nadia Naomi Nathaniel Abdul Ibrahim Mohammed Muhammad
            Fatima Aisha Priya Raj Sanjay Anil Deepak Wei Xiu Ying Hiroshi Yuki Sakura Kenji Minh Nguyen Thanh Trang
            Sven Ingrid Bjorn Olga Ivan Boris Natasha Dmitri Svetlana Piotr Agnieszka Zofia Jan Luca Giulia Marco
            Chiara Pierre Amélie François Zoé Noémie Jürgen Günter Käthe Søren Åse Siân Rhys Niamh Caoimhe Saoirse
            Siobhán Seán Pádraig Eoin María Guadalupe Juana Margarita Verónica Leticia Rosa Alejandra Josefina
            Yolanda Alicia Elena Gabriela Silvia Adriana Araceli Francisca Antonia Ana Carmen Dolores Pilar
            Concepción Mercedes Isabel Lucía Sofía Martina Valentina Camila Ximena Regina Renata Paula Daniela Mía
            Julieta Fernanda Ángela Inés Nuria Rocío Consuelo Esperanza Socorro Remedios Refugio Milagros Piedad
            Soledad Encarnación Asunción Purificación Inmaculada Rosario Amparo Caridad Luz Paz Nieves Blanca Azucena
            Violeta Jazmín Perla Esmeralda Marisol Maribel Marisela Maricruz José Antonio Francisco Manuel Jesús
            Javier Carlos Alejandro Miguel Rafael Pedro Ángel Fernando Luis Sergio Jorge Alberto Álvaro Diego Adrián
            Raúl Iván Rubén Enrique Óscar Ramón Vicente Andrés Joaquín Eduardo Santiago Víctor Mario Roberto Jaime
            Marcos Ignacio Hugo Alfonso Salvador Ricardo Emilio Guillermo Julián Julio Tomás Agustín Félix Gonzalo
            Mariano Mohamed César Nicolás Sebastián Martín Cristóbal Lorenzo Esteban Gregorio Rodrigo Domingo Ernesto
            Arturo Xavier Iker Unai Aitor Jordi Ramiro Gerardo Germán Gilberto Gustavo Heriberto Hernán Horacio
            Humberto Isidro Ismael Leonardo Leopoldo Lázaro Librado Macario Mauricio Maximiliano Moisés Octavio
            Orlando Pascual Patricio Rigoberto Rogelio Rolando Rosendo Rufino Saúl Silvestre Teodoro Ulises Valentín
            Wenceslao Yahir Zacarías Abundio Casimiro Desiderio Eleuterio Fidel Próspero Plácido Modesto Clemente
            Inocencio Benito Amado Amada Dulce Candelaria Reyna Estela Eréndira Citlali Xóchitl Itzel Nayeli Ñusta
            """.strip().split("\\s+"));

    static final List<String> TEXTS = """
            Tuesday, March 10, 2026 at 10:30 AM EST
            martes, 10 de marzo de 2026, 10:30 (hora del este)
            Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday
            January, February, March, April, May, June, July, August, September, October, November, December
            lunes, martes, miércoles, jueves, viernes, sábado, domingo
            enero, febrero, marzo, abril, mayo, junio, julio, agosto, septiembre, octubre, noviembre, diciembre
            Hello Maria, this is a reminder of your appointment on Tuesday, May 5 at 9:30 AM.
            Your appointment is booked. See you soon!
            We look forward to seeing you. Please arrive 10 minutes early and bring a photo ID.
            Parking is free in the lot behind the building; use entrance B and go up to the 3rd floor, room 3A.
            If you can't come at that time, call us and we will find another one.
            We have times available this week. Would you like to come in on Thursday at 4:15 PM?
            Someone will call you back today. You can also call us at +1 (212) 555-0134.
            If this is an emergency, call 911. This mailbox is not watched for emergencies.
            You get this mail because you asked for it. Stop these emails at any time.
            Did you get our message? It's been a while, and we'd like to hear from you.
            Please do not reply to this message. Our office is closed on Monday, 7/4.
            Bring your ID, a list of questions and someone you trust, if you like.
            The clinic has moved: 4th floor, 100 Main St., Suite 4B, Springfield, IL 62701.
            Enter the code 481516 on the page. The rapid response team is next door.
            Your request number is 12345. It's the second of the two that you made in 2026.
            We're at 12 Stepney Road, 42 Center Street, and 10 Matthews Court.
            The video visit starts at 2 p.m. Central; open the link ten minutes before.
            Thanks for your order of materials. The total is $12.50 for 3 items.
            Su cita es el martes. ¡Hasta pronto!
            Hola María: le recordamos su cita del martes 5 de mayo a las 9:30 a. m.
            Si no puede venir a esa hora, llámenos y buscaremos otra. Se trata de su cita del jueves.
            Le esperamos en la recepción del segundo piso; traiga una identificación con foto.
            Estamos aquí para usted. Alguien le llamará hoy mismo entre las 2 y las 4 de la tarde.
            Si esto es una emergencia, llame al 911. Nadie vigila este buzón para emergencias.
            Recibe este correo porque lo pidió. Puede dejar de recibirlo cuando quiera.
            ¿Le queda bien otro día? Tenemos horas disponibles esta semana y la próxima.
            El estacionamiento está detrás del edificio. De nada, con gusto.
            Front Desk <frontdesk@mail.example.org>
            "Lakeside Family Services" <hello@lakeside-family.example>
            Sunrise House, Oak Street Center, Harbor Point, Riverside, North-East Family Services, St. Mary's Center for Health
            Maple Grove; Cedar Ridge; Willow Creek; Mathews Hall; Terrapin Station; Rapid City; Discovery Place; Independence Avenue
            Centro Familiar San Mateo, Casa de la Esperanza, Clínica del Valle, Plaza Nacional
            3rd floor, 21st Street, 2nd door, Apt 7B, PO Box 1040
            1-800-555-0199, (555) 010-0100, +52 55 5555 0100
            <p style="margin:0 0 16px 0;font-family:Arial,sans-serif">Hello</p>
            <a class="action" style="color:#1f5c60" href="https://links.example.org/s/">Stop</a>
            b1946ac92492d2347c6235b4d2611184
            550e8400-e29b-41d4-a716-446655440000
            v1.2.3-rc4 A&amp;B 50% of people come 5 minutes early | Room 3A | Entrance B!
            DTSTART:20261124T150000Z
            UTF-8 text/html; charset="utf-8" quoted-printable base64
            李小龍 Владимир Александра Αλέξανδρος Ελένη محمد علي שרה Ngọc Đặng 김민준 さくら नेहा สมชาย
            Anne-Marie O'Brien, Jean-Pierre de la Cruz, José Luis Peña, Mary Jo McDonald, Ana-Sofía Núñez, D'Angelo, St. John
            iPhone, YouTube, McAllister, DeShawn, LaToya, JoAnn, eBay, PhoneNumber
            """.lines().toList();

    private OrdinaryTexts() {
    }

    /** Names as they are and in a greeting, too. */
    static List<String> all() {
        return Stream.of(NAMES.stream(), NAMES.stream().map(name -> "Hello " + name + ", see you at 9:30 AM."),
                NAMES.stream().map(name -> "Hola, " + name + ":\nle esperamos el martes."),
                TEXTS.stream()).flatMap(texts -> texts).toList();
    }
}
